<?cs include!"letters/macros.cs" ?><?cs call:opening() ?><?cs if:Letter.Act == "fee_lapsed" ?><p class="ti-2">您（单位）没有在规定的期限内缴纳信息处理费。根据《中华人民共和国政府信息公开条例》第四十二条和《政府信息公开信息处理费管理办法》，视为放弃申请，本机关不再处理该政府信息公开申请。</p>
<?cs else ?><p class="ti-2">您（单位）无正当理由，没有在规定的期限内补正。根据《中华人民共和国政府信息公开条例》第三十条，视为放弃申请，本机关不再处理该政府信息公开申请。</p>
<?cs /if ?><?cs call:lines(Letter.Lines) ?><?cs call:remedy() ?><?cs call:contact() ?>

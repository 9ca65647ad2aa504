<p><?cs if:Letter.Kind == "third_party" || Letter.Kind == "organ" || Letter.Kind == "forward" ?>政府信息公开<?cs var:Letter.KindText ?><?cs else ?>政府信息公开申请<?cs var:Letter.KindText ?><?cs /if ?></p>

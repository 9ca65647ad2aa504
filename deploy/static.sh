#!/bin/bash
# deploy/static.sh NODE OUT
#
# Builds the folder of static files: our styles, scripts and pictures and the
# editor from npm, each with its .gz and .br, and `version`, a hash over all of them.
# The folder appears as a whole or not at all.
set -eu
cd "$(dirname "$0")/.."
node=$1 out=$2 new=$2.new npm=node_modules

rm -rf "$new"
mkdir -p "$new/hugerte"
for style in static/scss/[!_]*.scss; do
	name=$(basename "$style" .scss)
	"$node" $npm/sass/sass.js --style=compressed --no-charset --no-source-map \
	    --quiet-deps --silence-deprecation=import,global-builtin --load-path=$npm "$style" "$new/$name.css"
done
# What Bootstrap's forms bring and no page has: kinds of controls, other sizes.
unused='((textarea)?\.(form-switch|btn-check|form-check-(inline|reverse)|form-control-(color|plaintext|sm|lg)|form-select-(sm|lg))|\.form-check-input[^{},]*~|\.form-check )'
sed -i -E -e ":a; s/(^|[{}])$unused[^{},]*(,$unused[^{},]*)*\{[^{}]*\}/\1/; ta" -e 's/\.form-check\{[^{}]*\}//' "$new"/*.css
# A box that is neither on nor off: of lists in the back office.
sed -i -E 's/\.form-check-input\[type=checkbox\]:indeterminate\{[^}]*\}//' "$new/portal.css"
cp -R static/js/. static/openapi.json static/verify.py "$new/"
cp -R static/img static/errors "$new/"

# Proof of work instead of puzzles: the part that works.
altcha=$new/altcha
mkdir "$altcha"
cp $npm/altcha/LICENSE.txt $npm/altcha/dist/workers/pbkdf2.js "$altcha/"

editor=$new/hugerte
cp $npm/hugerte/hugerte.min.js $npm/hugerte/license.txt "$editor/"
for part in themes/silver/theme models/dom/model icons/default/icons \
    plugins/lists/plugin plugins/table/plugin plugins/link/plugin; do
	mkdir -p "$editor/${part%/*}"
	cp "$npm/hugerte/$part.min.js" "$editor/${part%/*}/"
done
# Its scroll marker carries a style attribute, which our policy would report
# at every new line; the marker does its work without.
grep -q ' style="display: inline-block;"' "$editor/hugerte.min.js"
sed -i 's/ style="display: inline-block;"//' "$editor/hugerte.min.js"
mkdir -p "$editor/skins/ui/oxide" "$editor/langs"
cp $npm/hugerte/skins/ui/oxide/{skin,content}.min.css "$editor/skins/ui/oxide/"
# The Chinese texts were written for TinyMCE 6, which the editor comes from.
sed 's/^tinymce\.addI18n("zh-Hans"/hugerte.addI18n("zh_CN"/' \
    $npm/tinymce-i18n/langs6/zh-Hans.js >"$editor/langs/zh_CN.js"
grep -q '^hugerte\.addI18n("zh_CN"' "$editor/langs/zh_CN.js"

version=$(cd "$new" && find . -type f | LC_ALL=C sort | xargs -d '\n' sha256sum |
    sha256sum | cut -c 1-12)
# The web server's own error pages have no program to tell them the version.
sed -i "s/@VERSION@/$version/g" "$new"/errors/*.html
echo "$version" >"$new/version"
find "$new" -type f \( -name '*.css' -o -name '*.js' -o -name '*.svg' \) \
    -size +1k -exec gzip -9nk {} +
find "$new" -type f \( -name '*.css' -o -name '*.js' -o -name '*.svg' \) \
    -size +1k -exec brotli -q 11 -k {} +
chmod -R u=rwX,go=rX "$new"
rm -rf "$out"
mv "$new" "$out"

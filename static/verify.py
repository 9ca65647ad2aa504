"""Checks a deposit copy of the portal with nothing but Python 3.

Run it in the folder of the copy:  python3 verify.py
It compares every file with SHA256SUMS and looks for files that are not listed;
builds the Merkle tree of the register (RFC 9162, section 2.1.1) from its lines
and compares it with every tree head; and compares every document, as its JSON
tells it, with its last line in the register.  Prints what is wrong and ends
with 1.  The signatures of SHA256SUMS and of the heads are Ed25519:
`gkctl deposit --verify FOLDER` checks those too.
"""
import hashlib
import json
import os
import sys

TOP = os.path.dirname(os.path.abspath(__file__))
LISTS = {'SHA256SUMS', 'SHA256SUMS.sig'}
wrong = 0


def say(what):
    global wrong
    wrong += 1
    print(what, file=sys.stderr)


def file_hash(path):
    h = hashlib.sha256()
    with open(path, 'rb') as f:
        for block in iter(lambda: f.read(1 << 20), b''):
            h.update(block)
    return h.hexdigest()


def check_files():
    listed = set()
    with open(os.path.join(TOP, 'SHA256SUMS'), encoding='utf-8') as f:
        for line in f:
            digest, name = line.rstrip('\n').split('  ', 1)
            listed.add(name)
            path = os.path.join(TOP, *name.split('/'))
            if not os.path.isfile(path):
                say(f'{name}: missing')
            elif file_hash(path) != digest:
                say(f'{name}: changed')
    for folder, folders, names in os.walk(TOP):
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), TOP)
            path = path.replace(os.sep, '/')
            if path not in listed and path not in LISTS:
                say(f'{path}: not of this copy')
    return len(listed)


def sha(*parts):
    return hashlib.sha256(b''.join(parts)).digest()


def root(leaves):
    """The root: complete subtrees are joined from the right."""
    if not leaves:
        return sha()
    stack = []
    for n, leaf in enumerate(leaves, 1):
        stack.append(leaf)
        while n % 2 == 0:
            right = stack.pop()
            stack.append(sha(b'\x01', stack.pop(), right))
            n //= 2
    top = stack.pop()
    while stack:
        top = sha(b'\x01', stack.pop(), top)
    return top


def check_register():
    with open(os.path.join(TOP, 'register-lines.txt'), encoding='utf-8') as f:
        lines = f.read().splitlines()
    leaves = [sha(b'\x00', t.encode()) for t in lines]
    with open(os.path.join(TOP, 'register-heads.txt'), encoding='utf-8') as f:
        heads = [h.split('\n') for h in f.read().split('\n\n') if h]
    for number, (_, _, size, digest, *_) in enumerate(heads, 1):
        if int(size) > len(lines) or root(leaves[:int(size)]).hex() != digest:
            say(f'register-heads.txt: head {number} is not of these lines')
    return [json.loads(t) for t in lines], len(heads)


def content_hash(d):
    """What an approval is bound to: fields with their length before them."""
    def files(f):
        return [f['name'], f['type'], f['sha256']]
    codes = sorted((c['code'] for c in d['categories']), key=str.encode)
    fields = [d['title'], d['doc_no'] or '', d['made_on'] or '', d['summary'],
              d['openness'], d['kind_id'], d['theme_id'], len(codes), *codes,
              d['html'], len(d['attachments'])]
    for a in d['attachments']:
        fields += files(a)
    fields.append(d['original_sha256'] or '')
    text = ''.join(f'{len(str(f).encode())}:{f}' for f in fields)
    return hashlib.sha256(text.encode()).hexdigest()


def check_documents(lines):
    last = {line['document']: line for line in lines}
    for number, line in last.items():
        path = os.path.join(TOP, 'api', 'v1', 'documents',
                            *number.lower().split('/')) + '.json'
        gone = line['state'] in ('withdrawn', 'deleted')
        told = {}
        if os.path.isfile(path):
            with open(path, encoding='utf-8') as f:
                told = json.load(f)
        if gone != ('sha256' not in told):
            say(f'{number}: the register says {line["state"]}')
        elif not gone and told['state'] != line['state']:
            say(f'{number}: shown as {told["state"]}, registered as '
                f'{line["state"]}')
        elif not gone and content_hash(told) != line['sha256']:
            say(f'{number}: not the text of line {line["line"]}')
    return len(last)


def main():
    files = check_files()
    lines, heads = check_register()
    documents = check_documents(lines)
    print(f'{files} files, {len(lines)} lines and {heads} heads of the '
          f'register, {documents} documents: {wrong} things wrong')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())

print("a\nb\r\nc\rd".splitlines(), "".splitlines(), "a\n".splitlines(), "\n\n".splitlines())
# expect: ['a', 'b', 'c', 'd'] [] ['a'] ['', '']
print("a\nb\r\nc".splitlines(True), "a\n".splitlines(keepends=True))
# expect: ['a\n', 'b\r\n', 'c'] ['a\n']

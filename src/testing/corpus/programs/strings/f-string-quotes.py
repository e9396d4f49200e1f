d = ["a", "b"]
w = 4
# The same quotation marks may stand in a value, as in Python 3.12.
print f"{"x"}{d[0] + "!"} {"}"} {"{"} {':'}"
# expect: xa! } { :
print f'{f'{w}'} {f"{f"{w}"}"} [{"a":>{w}}] {"it's"}'
# expect: 4 4 [   a] it's
print f"""{"""x"""} "{w}" {f"{d[1]}"}"""
# expect: x "4" b
print f"\{w}" + rf"\{w}" + f"{"a\tb"}"
# expect: \4\4a	b
print f"{len("abc")}{"a" if w > 3 else "b"}" + "{" + "}"
# expect: 3a{}

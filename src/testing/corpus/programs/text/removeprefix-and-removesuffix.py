print("TestHook".removeprefix("Test"), "abc".removeprefix("x"), "abc".removeprefix("abcd"))
# expect: Hook abc abc
print("MiscTests".removesuffix("Tests"), "abc".removesuffix("x"), "abc".removesuffix(""))
# expect: Misc abc abc

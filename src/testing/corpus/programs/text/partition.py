print("a,b,c".partition(","), "abc".partition(","), "a--b".partition("--"))
# expect: ('a', ',', 'b,c') ('abc', '', '') ('a', '--', 'b')
head, sep, tail = "key=value=x".partition("=")
print(head, tail)
# expect: key value=x

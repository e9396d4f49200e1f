print("a,b,c".rpartition(","), "abc".rpartition(","), "a--b--c".rpartition("--"))
# expect: ('a,b', ',', 'c') ('', '', 'abc') ('a--b', '--', 'c')

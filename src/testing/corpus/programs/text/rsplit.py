print(" a  b ".rsplit(None, 1), "a,b,c".rsplit(",", 1), "a,b,c".rsplit(","), "a--b--c".rsplit("--", maxsplit=1))
# expect: [' a', 'b'] ['a,b', 'c'] ['a', 'b', 'c'] ['a--b', 'c']

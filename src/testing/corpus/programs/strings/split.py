print "a b  c".split(), " 1 2 ".split(), "".split(), "   ".split()
# expect: ['a', 'b', 'c'] ['1', '2'] [] []
print "1,2,,3".split(","), "a--b".split("--"), "".split(","), ",".split(",")
# expect: ['1', '2', '', '3'] ['a', 'b'] [''] ['', '']
print "a b c d".split(None, 2), " a  b ".split(maxsplit=1), "1,2,3".split(",", 1), "1,2".split(",", 0), "a,b".split(",", -1)
# expect: ['a', 'b', 'c d'] ['a', 'b '] ['1', '2,3'] ['1,2'] ['a', 'b']

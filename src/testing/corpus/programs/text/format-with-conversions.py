print("{!r} {!s} {!a} {!r:>5}".format("a", "b", "é", "c"))
# expect: 'a' b '\xe9'   'c'

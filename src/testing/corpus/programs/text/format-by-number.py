print("{0} {1} {0}".format("a", "b"), "{1}".format(1, 2))
# expect: a b a 2

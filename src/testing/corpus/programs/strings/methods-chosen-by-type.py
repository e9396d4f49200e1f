for x in ["banana", ["a", "b", "a"], ("a", "c")]:
    print x.index("a"), x.count("a")
# expect: 1 3
# expect: 0 2
# expect: 0 1

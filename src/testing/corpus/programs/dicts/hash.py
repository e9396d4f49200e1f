print(hash(5), hash(-1), hash(2.0), hash(True), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)))
# expect: 5 -2 2 1 True True

print("banana".rfind("an"), "banana".rfind("x"), "abc".rfind(""), "banana".rfind("an", 0, 4), "aaa".rfind("aa"))
# expect: 3 -1 3 1 1

s = "banana"
print s.find("an"), s.find("an", 2), s.find("an", 2, 4), s.find("x"), s.find(""), s.find("", 6), s.find("", 7), s.find("na", -2)
# expect: 1 3 -1 -1 0 6 -1 4
print s.index("na", 3), s.count("a", 2), s.count("a", 0, -1), s.count("", 2, 4), s.count("x"), s.index("a", -1)
# expect: 4 2 2 3 0 5

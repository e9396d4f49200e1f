words = ["bb", "a", "cc", "d", "aa"]
print(sorted(words, key=len))
print(sorted(words, key=len, reverse=True))
people = [("ann", 30), ("bob", 25), ("cid", 30)]
print(sorted(people, key=lambda p: p[1], reverse=True))
# expect: ['a', 'd', 'bb', 'cc', 'aa']
# expect: ['bb', 'cc', 'aa', 'a', 'd']
# expect: [('ann', 30), ('cid', 30), ('bob', 25)]

words = ["fig", "apple", "pear", "grape"]
print(max(words, key=len), min(words, key=len))
print(max("a", "bcd", "ef", key=len), min(3, -4, key=abs))
print(max([1, -5, 3], key=abs), min((x for x in [3, 1]), key=lambda v: -v))
# expect: apple fig
# expect: bcd 3
# expect: -5 3

d = {}
for word in ["pear", "apple", "fig", "apple"]:
    d[word] = len(d)
print(d)
print(list(d))
# expect: {'pear': 0, 'apple': 3, 'fig': 2}
# expect: ['pear', 'apple', 'fig']

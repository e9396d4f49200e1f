words = ["pear", "fig", "apple", "kiwi"]
print(sorted(words, key=len))
print(sorted(words, key=lambda w: w[-1]))
print(sorted([3, -1, 2], key=abs), sorted([2, 1], key=None), sorted([], key=len))
print(words)
# expect: ['fig', 'pear', 'kiwi', 'apple']
# expect: ['apple', 'fig', 'kiwi', 'pear']
# expect: [-1, 2, 3] [1, 2] []
# expect: ['pear', 'fig', 'apple', 'kiwi']

import random
x = [1, 2, 3, 4, 5]
random.shuffle(x)
print(sorted(x), sorted(random.sample(x, 5)), len(random.sample("abc", 2)), random.sample([1], 0))
# expect: [1, 2, 3, 4, 5] [1, 2, 3, 4, 5] 2 []

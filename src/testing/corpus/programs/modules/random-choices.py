import random
letters = ["a", "b", "c"]
print(random.choice(letters) in letters, random.choice("x"), len(random.choices(letters, k=5)))
# expect: True x 5
print(random.choices([1, 2], weights=[0, 1], k=3), random.choices("ab", cum_weights=[1, 1], k=2))
# expect: [2, 2, 2] ['a', 'a']

import random
random.seed("text")
a = random.random()
random.seed("text")
print(a == random.random())
# expect: True
random.seed(0.5)
a = random.randint(1, 1000000)
random.seed(0.5)
print(a == random.randint(1, 1000000))
# expect: True

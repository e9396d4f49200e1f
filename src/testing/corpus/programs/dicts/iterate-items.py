ages = {"ann": 31, "bob": 27}
for name, age in ages.items():
    print(name, "is", age)
for pair in ages.items():
    print(pair)
# expect: ann is 31
# expect: bob is 27
# expect: ('ann', 31)
# expect: ('bob', 27)

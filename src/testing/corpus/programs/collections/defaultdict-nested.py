from collections import defaultdict

distances = defaultdict(lambda: defaultdict(int))
distances["a"]["b"] = 3
distances["a"]["c"] += 4
print(distances["a"], distances["a"]["z"])
plain = defaultdict()
try:
    plain["a"]
except KeyError as error:
    print("KeyError", error)
# expect: defaultdict(<class 'int'>, {'b': 3, 'c': 4, 'z': 0}) 0
# expect: KeyError 'a'

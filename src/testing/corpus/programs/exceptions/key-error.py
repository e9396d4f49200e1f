# What a dictionary says of a key that it does not have.
d = {"a": 1, 2: "b"}
for key in ["x", 5, (1, 2), None, 1.5]:
    try:
        d[key]
    except KeyError as e:
        print(e, e.args)
try:
    d.pop("gone")
except KeyError as e:
    print(e)
try:
    del d["gone"]
except KeyError as e:
    print(e)
try:
    {}.popitem()
except KeyError as e:
    print(e)
try:
    set().pop()
except KeyError as e:
    print(e)
try:
    {1, 2}.remove(7)
except KeyError as e:
    print(e)

# expect: 'x' ('x',)
# expect: 5 (5,)
# expect: (1, 2) ((1, 2),)
# expect: None (None,)
# expect: 1.5 (1.5,)
# expect: 'gone'
# expect: 'gone'
# expect: 'popitem(): dictionary is empty'
# expect: 'pop from an empty set'
# expect: 7

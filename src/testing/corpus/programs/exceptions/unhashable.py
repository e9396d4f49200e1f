# Keys that change cannot be keys.
d = {}
for key in [[1], {}, {1}]:
    try:
        d[key] = 1
    except TypeError as e:
        print(e)
try:
    x = {[1, 2]}
except TypeError as e:
    print(e)
print(d)

# expect: unhashable type: 'list'
# expect: unhashable type: 'dict'
# expect: unhashable type: 'set'
# expect: unhashable type: 'list'
# expect: {}

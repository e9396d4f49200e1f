# The key of each value is asked for before the next value is given.
def give():
    for k in (3, 9, 4):
        print("give", k)
        yield k
def key(x):
    print("key", x)
    return -x
print(max(give(), key=key))
print(min(give(), key=key, default=0))
print(max([], default="none"), min((), key=key, default=5))
try:
    max([], key=key)
except ValueError as e:
    print(e)

# expect: give 3
# expect: key 3
# expect: give 9
# expect: key 9
# expect: give 4
# expect: key 4
# expect: 3
# expect: give 3
# expect: key 3
# expect: give 9
# expect: key 9
# expect: give 4
# expect: key 4
# expect: 9
# expect: none 5
# expect: max() arg is an empty sequence

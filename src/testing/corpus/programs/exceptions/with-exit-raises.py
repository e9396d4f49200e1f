# What __exit__ raises replaces what was under way.
class Raises:
    def __enter__(self):
        return self
    def __exit__(self, kind, value, trace):
        raise KeyError("exit")

for x in [1, 0]:
    try:
        with Raises():
            print(1 // x)
    except KeyError as e:
        print("caught", e)

# expect: 1
# expect: caught 'exit'
# expect: caught 'exit'

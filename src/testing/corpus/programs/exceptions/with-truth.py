# Any true value of __exit__ ends the exception.
class Gives:
    def __init__(self, value):
        self.value = value
    def __enter__(self):
        return self
    def __exit__(self, kind, value, trace):
        return self.value

for value in [1, 0, "x", "", [0], [], None, 0.5]:
    try:
        with Gives(value):
            raise ValueError("v")
        print(repr(value), "ends it")
    except ValueError:
        print(repr(value), "lets it go on")

# expect: 1 ends it
# expect: 0 lets it go on
# expect: 'x' ends it
# expect: '' lets it go on
# expect: [0] ends it
# expect: [] lets it go on
# expect: None lets it go on
# expect: 0.5 ends it

# The methods are found in a base, and super reaches them.
class Base:
    def __enter__(self):
        print("base enter")
        return self
    def __exit__(self, kind, value, trace):
        print("base exit", kind)
        return False

class Derived(Base):
    def __exit__(self, kind, value, trace):
        print("derived exit")
        return super().__exit__(kind, value, trace)

with Derived() as d:
    print(type(d).__name__)

# expect: base enter
# expect: Derived
# expect: derived exit
# expect: base exit None

class Outer:
    class Inner:
        def hello(self):
            return "inner"
    def make(self):
        return Outer.Inner()
print(Outer.Inner().hello(), Outer().make().hello(), Outer.Inner.__name__)
# expect: inner inner Inner

# With and try in each other.
class Tracer:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind is not None)

def f(x):
    try:
        with Tracer("a"):
            try:
                return 10 // x
            except ZeroDivisionError:
                print("handled inside")
                raise ValueError("other")
            finally:
                print("inner finally")
    except ValueError as e:
        return str(e)
    finally:
        print("outer finally")

print(f(5))
print(f(0))

# expect: enter a
# expect: inner finally
# expect: exit a False
# expect: outer finally
# expect: 2
# expect: enter a
# expect: handled inside
# expect: inner finally
# expect: exit a True
# expect: outer finally
# expect: other

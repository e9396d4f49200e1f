# A generator has the name of its function.
def count():
    yield 1
class Box:
    def walk(self):
        yield 2
print(count().__name__, Box().walk().__name__, count.__name__)

# expect: count walk count

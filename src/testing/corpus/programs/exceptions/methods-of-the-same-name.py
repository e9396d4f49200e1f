# What goes wrong in a method of a list is the same if a class has a method of that name.
class Stack:
    def __init__(self):
        self.items = []

    def pop(self):
        try:
            return self.items.pop()
        except IndexError as e:
            return str(e)

    def index(self, x):
        try:
            return self.items.index(x)
        except ValueError as e:
            return str(e)


print(Stack().pop(), Stack().index(3))
# expect: pop from empty list 3 is not in list

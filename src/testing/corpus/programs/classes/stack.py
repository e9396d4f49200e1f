class Stack:
    def __init__(self):
        self.items = []
    def push(self, x):
        self.items.append(x)
    def pop(self):
        return self.items.pop()
    def is_empty(self):
        return len(self.items) == 0
s = Stack()
for k in range(3):
    s.push(k)
while not s.is_empty():
    print(s.pop())
# expect: 2
# expect: 1
# expect: 0

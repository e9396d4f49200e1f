class Stack(list):
    def push(self, x):
        self.append(x)

    def peek(self):
        return self[-1]


stack = Stack()
stack.push(3)
stack.push(4)
print(stack, len(stack), stack.peek(), 3 in stack, isinstance(stack, list), type(stack).__name__)
print(stack == [3, 4], stack + [5], stack[::-1], sum(stack), max(stack), sorted(stack, reverse=True))
for x in stack:
    print(x)
stack += [9]
print(stack, type(stack) is Stack, stack.pop(), not Stack(), ", ".join(str(x) for x in stack))
# expect: [3, 4] 2 4 True True Stack
# expect: True [3, 4, 5] [4, 3] 7 4 [4, 3]
# expect: 3
# expect: 4
# expect: [3, 4] True 9 True 3, 4

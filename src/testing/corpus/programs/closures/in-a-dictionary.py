def make_stack():
    items = []
    def push(x):
        items.append(x)
    def pop():
        return items.pop()
    return {"push": push, "pop": pop, "size": lambda: len(items)}
s = make_stack()
s["push"](1)
s["push"](2)
print(s["pop"](), s["size"]())
# expect: 2 1

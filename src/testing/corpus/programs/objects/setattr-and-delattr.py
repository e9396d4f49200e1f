class Q:
    def __setattr__(self, n, v):
        print("set", n, v)
        super().__setattr__(n, v)
    def __delattr__(self, n):
        print("delete", n)
        super().__delattr__(n)
q = Q()
q.a = 1
print(q.a)
del q.a
print(hasattr(q, "a"))
# expect: set a 1
# expect: 1
# expect: delete a
# expect: False

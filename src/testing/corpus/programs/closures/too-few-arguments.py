def make(k):
    def f(x, y):
        return x + y + k
    return f
make(1)(2)  # fault: argument-count

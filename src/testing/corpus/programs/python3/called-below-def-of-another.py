def g():
    return f(x=2) + 1

def f(x):
    return x * 10

print(g()) # expect: 21
if __name__ == "__main__":
    print(f(3)) # expect: 30

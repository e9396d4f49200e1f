class Wrong:
    def __iter__(self):
        return [1]
try:
    for x in Wrong():
        print(x)
except TypeError:
    print("refused")
# expect: refused

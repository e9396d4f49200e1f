class A:
    def __int__(self):
        return 7
    def __float__(self):
        return 2.5
    def __round__(self, n=0):
        return "rounded"
print(int(A()), float(A()), round(A()))
# expect: 7 2.5 rounded

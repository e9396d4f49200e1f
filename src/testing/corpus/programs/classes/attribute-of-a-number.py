class A:
    def __init__(self):
        self.x = 1
a = 5
print(a.x) # fault: missing-attribute

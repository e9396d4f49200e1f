class Plain:
    def __next__(self):
        return 1
for x in Plain(): # fault: not-iterable
    print(x)

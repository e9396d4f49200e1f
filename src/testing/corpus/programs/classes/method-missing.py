class Dog:
    def bark(self):
        pass
Dog().meow() # fault: missing-attribute

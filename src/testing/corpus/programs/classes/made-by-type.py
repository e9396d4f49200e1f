class Animal:
    def speak(self):
        return f"{self.name} says {self.sound}"
def init(self, name):
    self.name = name
Dog = type("Dog", (Animal,), {"__init__": init, "sound": "woof", "twice": lambda self: self.sound * 2})
rex = Dog("Rex")
print(rex.speak(), rex.twice(), Dog.__name__, isinstance(rex, Animal))
# expect: Rex says woof woofwoof Dog True

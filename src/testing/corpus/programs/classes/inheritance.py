class Animal:
    def __init__(self, name):
        self.name = name
    def speak(self):
        return "..."
    def intro(self):
        return self.name + " says " + self.speak()
class Dog(Animal):
    def speak(self):
        return "Woof"
print(Dog("Rex").intro(), Animal("It").intro())
# expect: Rex says Woof It says ...

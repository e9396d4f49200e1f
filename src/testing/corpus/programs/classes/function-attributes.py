# Functions of classes have attributes, too, which their methods show.
class Task:
    def run(self):
        return "ran"
    run.cost = 3
def plain():
    pass
plain.cost = 5
Task.run.level = 1
print(Task.run.cost, Task().run.cost, Task().run.level, plain.cost)
print([f.cost for f in (Task.run, plain)])

# expect: 3 3 1 5
# expect: [3, 5]

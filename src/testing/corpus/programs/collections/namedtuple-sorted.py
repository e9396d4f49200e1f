from collections import namedtuple

Student = namedtuple("Student", "name grade")
students = [Student("Zoe", 2), Student("Ann", 3), Student("Bob", 1)]
print(sorted(students)[0].name, min(students, key=lambda s: s.grade))
students.sort(key=lambda s: s.grade, reverse=True)
for name, grade in students:
    print(name, grade)
# expect: Ann Student(name='Bob', grade=1)
# expect: Ann 3
# expect: Zoe 2
# expect: Bob 1

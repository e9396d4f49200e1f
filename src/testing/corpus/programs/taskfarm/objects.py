# cores: 2
from parallel import *
from taskfarm import *
class Job:
    def __init__(self, values):
        self.values = values
        self.result = None
    def run(self):
        self.result = sum(self.values)
        return self
def work(job):
    return job.run()
initTaskFarm(1)
worker()
if coreid() == 1:
    job = Job([1, 2, 3])
    execFunction(0, work, job)
    done = waitFunctionFinish(0)
    print(done.result, job.result)
    # expect 1: 6 None
    shutdownTaskFarm()

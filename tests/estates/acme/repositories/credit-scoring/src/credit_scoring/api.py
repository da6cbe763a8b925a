from fastapi import FastAPI

from . import reasons, scorecard

app = FastAPI(title="credit-scoring")
model = scorecard.load()


@app.post("/applications/score")
def score(application: dict) -> dict:
    result = scorecard.score(model, application)
    return {"probability_of_default": result.probability_of_default, "draft": reasons.draft(result, application)}

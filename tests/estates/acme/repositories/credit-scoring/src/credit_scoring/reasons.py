"""Drafts the reasons for a decision. A case officer edits and signs them."""

from openai import AzureOpenAI

from .scorecard import Score
from .settings import settings

client = AzureOpenAI(
    azure_endpoint=settings.azure_openai_endpoint,
    api_key=settings.azure_openai_api_key,
    api_version=settings.azure_openai_api_version,
)


def draft(score: Score, application: dict) -> str:
    answer = client.chat.completions.create(
        model=settings.azure_openai_deployment,
        messages=[
            {"role": "system", "content": "Explain a credit decision in plain words, without advice."},
            {"role": "user", "content": f"{score.top_features} {application['basket_value']}"},
        ],
    )
    return answer.choices[0].message.content or ""

import os

from dotenv import load_dotenv
from openai import OpenAI

load_dotenv()

client = OpenAI(
    base_url=os.environ["OPENAI_BASE_URL"],
    api_key=os.environ["OPENAI_API_KEY"],
)

# Was gpt-3.5-turbo until February:
# client = OpenAI(); model = "gpt-3.5-turbo"


def answer(question: str) -> str:
    completion = client.chat.completions.create(
        model=os.environ["OPENAI_MODEL"],
        messages=[
            {"role": "system", "content": "You help people who work in Acme's warehouse."},
            {"role": "user", "content": question},
        ],
    )
    return completion.choices[0].message.content or "I do not know."
